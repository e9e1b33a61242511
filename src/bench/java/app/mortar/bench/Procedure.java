package app.mortar.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The limit: the same rows read and written by one stored procedure, one round trip and one commit each. */
final class Procedure implements Load.Client {
    static final String CREATE =
            """
            create or replace function bench_reserve(p_prefix text, p_shown text, p_sku text, p_units int, p_key text)
            returns text language plpgsql as $$
            declare
              v_owner text; v_product product%rowtype; v_batch record; v_left int := p_units; v_take int;
              v_token text := 'hold_' || replace(gen_random_uuid()::text, '-', ''); v_line bigint; v_answer text;
              v_route text := encode(sha256('POST /api/cart/reserve'::bytea), 'hex');
              v_body text := encode(sha256((p_sku || p_units)::bytea), 'hex');
              v_now timestamptz; v_day date := (clock_timestamp() at time zone 'Africa/Lagos')::date;
            begin
              select 'key:' || id into v_owner from api_key
                where prefix = p_prefix and secret_hash = encode(sha256(p_shown::bytea), 'hex') and revoked_at is null;
              if v_owner is null then return 'unauthorized'; end if;
              select convert_from(answer, 'UTF8') into v_answer from idempotency_answer
                where owner = v_owner and route = v_route and idem_key = p_key;
              if found then return v_answer; end if;
              select * into v_product from product where sku = p_sku for no key update;
              if not found then return 'unknown'; end if;
              v_now := clock_timestamp();
              perform 1 from stock_reservation
                where product_id = v_product.id and status = 'ACTIVE' and expires_at <= v_now;
              insert into cart_hold (token, owner, status, expires_at, created_at)
                values (v_token, v_owner, 'ACTIVE', v_now + interval '15 minutes', v_now);
              insert into stock_reservation (id, token, product_id, quantity, expires_at, status)
                values (nextval('stock_reservation_seq'), v_token, v_product.id, p_units,
                        v_now + interval '15 minutes', 'ACTIVE') returning id into v_line;
              for v_batch in select id, batch_number, quantity - reserved_quantity - quarantined_quantity as free
                  from inventory_batch where product_id = v_product.id and quantity > 0 and status = 'AVAILABLE'
                    and expiry_date > v_day
                  order by expiry_date nulls last, received_at, id loop
                v_take := least(v_left, v_batch.free);
                if v_take > 0 then
                  update inventory_batch set reserved_quantity = reserved_quantity + v_take where id = v_batch.id;
                  insert into reservation_allocation (reservation_id, batch_id, quantity, fefo)
                    values (v_line, v_batch.id, v_take, 'YES');
                  v_left := v_left - v_take;
                end if;
                exit when v_left = 0;
              end loop;
              if v_left > 0 then raise exception 'insufficient'; end if;
              update product set reserved_quantity = reserved_quantity + p_units where id = v_product.id;
              v_answer := json_build_object('id', v_token, 'sku', p_sku, 'quantity', p_units)::text;
              insert into idempotency_answer
                  (owner, route, idem_key, body_hash, status, media_type, answer, created_at)
                values (v_owner, v_route, p_key, v_body, 201, 'application/json', v_answer::bytea, v_now);
              return v_answer;
            end $$""";

    private final Connection connection;
    private final PreparedStatement call;
    private final String key;
    private final String prefix;

    Procedure(DataSource database, String key) throws SQLException {
        this.connection = database.getConnection();
        this.call = connection.prepareStatement("select bench_reserve(?, ?, ?, 1, ?)");
        this.key = key;
        this.prefix = key.split("_", 3)[1];
    }

    @Override
    public void reserve(int product) throws SQLException {
        call.setString(1, prefix);
        call.setString(2, key);
        call.setString(3, Pharmacies.sku(product));
        call.setString(4, UUID.randomUUID().toString());
        try (ResultSet answer = call.executeQuery()) {
            answer.next();
            if (!answer.getString(1).startsWith("{")) {
                throw new SQLException(answer.getString(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
