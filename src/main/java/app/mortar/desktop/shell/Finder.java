package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.StockList;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds products, batches and orders by what somebody typed or scanned. A few of each: the database does the work. */
final class Finder {
    private static final int OF_EACH = 5;

    private final StockList products = new StockList();
    private final Formats formats;

    Finder(Formats formats) {
        this.formats = formats;
    }

    /** What fits {@code words}, the products first. */
    List<Finding> find(Tx tx, String words) {
        List<Finding> found = new ArrayList<>();
        if (tx.actor().may(Permission.SEE_STOCK)) {
            found.addAll(products(tx, words));
            found.addAll(batches(tx, words));
        }
        if (tx.actor().may(Permission.ORDER)) {
            found.addAll(orders(tx, words));
        }
        return found;
    }

    private List<Finding> products(Tx tx, String words) {
        return products.list(tx, words, false, OF_EACH, null).items().stream()
                .map(row -> new Finding(
                        "box-seam",
                        Texts.of("find.product"),
                        row.product().name(),
                        Texts.of("find.usable", formats.number(row.available())),
                        Place.STOCK,
                        row.product().id()))
                .toList();
    }

    private List<Finding> batches(Tx tx, String words) {
        return tx
                .session()
                .createNativeQuery("""
                    select b.id, b.batch_number, b.expiry_date, b.quantity, p.name from inventory_batch b
                    join product p on p.id = b.product_id
                    where lower(b.batch_number) like :start escape '!' and b.quantity > 0
                    order by b.batch_number, b.id fetch first 5 rows only""", Object[].class)
                .addScalar("id", Long.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("quantity", Integer.class)
                .addScalar("name", String.class)
                .setParameter("start", beginning(words))
                .getResultList()
                .stream()
                .map(row -> new Finding(
                        "upc",
                        Texts.of("find.batch"),
                        (String) row[1],
                        Texts.of("find.batch-of", row[4], formats.date((LocalDate) row[2]), row[3]),
                        Place.STOCK,
                        new BatchId((long) row[0])))
                .toList();
    }

    private static List<Finding> orders(Tx tx, String words) {
        return tx
                .session()
                .createNativeQuery("""
                    select o.id, o.external_ref, o.status from sales_order o
                    where (lower(o.external_ref) like :start escape '!' or cast(o.id as varchar) = :whole)
                    and (:all = true or o.owner = :owner)
                    order by o.created_at desc, o.id desc fetch first 5 rows only""", Object[].class)
                .addScalar("id", Long.class)
                .addScalar("external_ref", String.class)
                .addScalar("status", String.class)
                .setParameter("start", beginning(words))
                .setParameter("whole", words)
                .setParameter("all", tx.actor().may(Permission.ACT_FOR_OTHERS))
                .setParameter("owner", tx.actor().owner())
                .getResultList()
                .stream()
                .map(row -> new Finding(
                        "journal-text",
                        Texts.of("find.order"),
                        (String) row[1],
                        Texts.of("status." + row[2].toString().toLowerCase(Locale.ROOT)),
                        Place.ORDERS,
                        row[0]))
                .toList();
    }

    /** What a scanned pack is: its batch if it is known here, else its product. */
    Optional<Finding> pack(Tx tx, Gtin gtin, String batchNumber) {
        tx.actor().must(Permission.SEE_STOCK);
        return tx
                .session()
                .createNativeQuery("""
                    select p.id, p.name, b.id as batch from product p
                    left join inventory_batch b on b.product_id = p.id and b.batch_number = :batch
                    where p.gtin = :gtin order by b.id fetch first 1 rows only""", Object[].class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("batch", Long.class)
                .setParameter("gtin", gtin.digits())
                .setParameter("batch", batchNumber)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Finding(
                        "box-seam",
                        Texts.of("find.product"),
                        (String) row[1],
                        "",
                        Place.STOCK,
                        row[2] == null ? new ProductId((long) row[0]) : new BatchId((long) row[2])));
    }

    private static String beginning(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
