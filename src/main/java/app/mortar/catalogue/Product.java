package app.mortar.catalogue;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something the pharmacy sells. The counters in the same row are the shelf's; here they can only be read. */
@Entity
@Table(name = "product")
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", sequenceName = "product_seq", allocationSize = 50)
    private long id;

    @Column(nullable = false, length = 64)
    private String sku;

    @Column(length = 14)
    private @Nullable String gtin;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(name = "generic_name", length = 200)
    private @Nullable String genericName;

    @Column(length = 100)
    private @Nullable String strength;

    @Column(length = 100)
    private @Nullable String form;

    @Column(name = "atc_code", length = 20)
    private @Nullable String atcCode;

    @Column(length = 100)
    private @Nullable String category;

    @Column(length = 200)
    private @Nullable String supplier;

    @Column(length = 50)
    private @Nullable String shelf;

    @Column(name = "min_stock_level", nullable = false)
    private int minStockLevel;

    @Column(name = "reorder_quantity")
    private @Nullable Integer reorderQuantity;

    @Column(name = "min_shelf_life_days")
    private @Nullable Integer minShelfLifeDays;

    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal price;

    @Column(nullable = false)
    private boolean controlled;

    @Column(nullable = false)
    private boolean expires;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "stock_quantity", nullable = false, insertable = false, updatable = false)
    private int stockQuantity;

    @Column(name = "reserved_quantity", nullable = false, insertable = false, updatable = false)
    private int reservedQuantity;

    @Column(name = "search_text", nullable = false, length = 1000)
    private String searchText;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    static Product listed(ProductForm form, Instant now) {
        Product product = new Product();
        product.createdAt = now;
        product.edit(form, now);
        return product;
    }

    void edit(ProductForm said, Instant now) {
        sku = said.sku();
        gtin = said.gtin() == null ? null : said.gtin().digits();
        name = said.name();
        genericName = said.genericName();
        strength = said.strength();
        form = said.form();
        atcCode = said.atcCode();
        category = said.category();
        supplier = said.supplier();
        shelf = said.shelf();
        minStockLevel = said.minStockLevel();
        reorderQuantity = said.reorderQuantity();
        minShelfLifeDays = said.minShelfLifeDays();
        price = said.price();
        controlled = said.controlled();
        expires = said.expires();
        active = said.active();
        updatedAt = now;
        searchText = Stream.of(sku, gtin, name, genericName, strength, form)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /** What is said about it now; {@link ProductDesk#replace} takes it back, changed. */
    public ProductForm asForm() {
        return new ProductForm(
                sku,
                name,
                gtin == null ? null : new Gtin(gtin),
                genericName,
                strength,
                form,
                atcCode,
                category,
                supplier,
                shelf,
                minStockLevel,
                reorderQuantity,
                minShelfLifeDays,
                price,
                controlled,
                expires,
                active);
    }

    public ProductId id() {
        return new ProductId(id);
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public boolean expires() {
        return expires;
    }

    /** Good units that must be there for nobody to worry: none of a product that is not sold any more. */
    int unitsAskedFor() {
        return active ? minStockLevel : -1;
    }

    public int minStockLevel() {
        return minStockLevel;
    }

    public int stockQuantity() {
        return stockQuantity;
    }

    public int reservedQuantity() {
        return reservedQuantity;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
