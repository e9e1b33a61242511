package app.mortar.fulfilment;

import app.mortar.kernel.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** So many units of one product in an order; never changed once placed. */
@Entity
@Immutable
@Table(name = "order_line")
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_line_seq")
    @SequenceGenerator(name = "order_line_seq", sequenceName = "order_line_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id", nullable = false)
    private long orderId;

    @Column(name = "line_no", nullable = false)
    private int lineNo;

    @Column(name = "product_id", nullable = false)
    private long productId;

    @Column(nullable = false)
    private int quantity;

    protected OrderLine() {}

    static OrderLine of(SalesOrder order, int lineNo, ProductId product, int quantity) {
        OrderLine line = new OrderLine();
        line.orderId = order.id();
        line.lineNo = lineNo;
        line.productId = product.value();
        line.quantity = quantity;
        return line;
    }

    public long id() {
        return id;
    }

    public int lineNo() {
        return lineNo;
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    public int quantity() {
        return quantity;
    }
}
