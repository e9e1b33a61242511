package app.mortar.alert;

import app.mortar.kernel.ProductId;
import app.mortar.settings.AlertSettings;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.LockMode;

/**
 * The last act of a transaction that changed good units or minimums: brings the episodes and stock-outs of all products
 * concerned in line with how they stand now, set by set, under the locks of the products.
 */
final class Settling implements Runnable {
    private static final int AT_ONCE = 500;

    private final Tx tx;
    private final Outbox outbox;
    private final AlertSettings.LowStock rules;
    private final TreeSet<Long> concerned = new TreeSet<>();
    private final Set<Long> gained = new HashSet<>();
    private final Set<Long> raised = new HashSet<>();

    Settling(Tx tx, Outbox outbox, AlertSettings.LowStock rules) {
        this.tx = tx;
        this.outbox = outbox;
        this.rules = rules;
    }

    void look(ProductId product) {
        concerned.add(product.value());
    }

    /** Good units came in. */
    void gained(ProductId product) {
        look(product);
        gained.add(product.value());
    }

    /** More is asked for: if it is short now, that is new. */
    void raised(ProductId product) {
        look(product);
        raised.add(product.value());
    }

    /** Takes the locks that a change of stock takes, in the same order. */
    static void lock(Tx tx, Collection<Long> products) {
        tx.session()
                .createNativeQuery("select id from product where id in (:products) order by id for update", Long.class)
                .setParameterList("products", products)
                .getResultList();
    }

    @Override
    public void run() {
        List<Long> all = List.copyOf(concerned);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            settle(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private void settle(List<Long> products) {
        List<Standing> standings = Standing.of(tx, products);
        Map<Long, Episode> open = openEpisodes(tx, products);
        List<Standing> fallen = standings.stream()
                .filter(standing -> standing.isShort() && !open.containsKey(standing.product()))
                .toList();
        Map<Long, Episode> reopened = reopen(fallen);
        List<Episode> opened = fallen.stream()
                .filter(standing -> !reopened.containsKey(standing.product()))
                .map(standing -> Episode.opened(standing, tx.now()))
                .toList();
        tx.session().insertMultiple(opened);
        List<Episode> over = new ArrayList<>();
        List<Episode> going = new ArrayList<>(opened);
        going.addAll(reopened.values());
        for (Standing standing : standings) {
            Episode episode = open.get(standing.product());
            if (episode == null) {
                continue;
            }
            if (standing.isShort()) {
                goOn(episode, standing);
                going.add(episode);
            } else {
                episode.resolve(standing, tx.now());
                over.add(episode);
            }
        }
        if (!over.isEmpty()) {
            outbox.withdraw(tx, over);
        }
        tell(going);
        List<Episode> all = new ArrayList<>(going);
        all.addAll(over);
        tx.session().updateMultiple(all);
        Notified.remember(tx, all);
        Stockouts.settle(tx, standings);
    }

    private void goOn(Episode episode, Standing standing) {
        episode.goesOn(standing);
        if (gained.contains(standing.product())) {
            episode.somethingCame();
        }
    }

    static Map<Long, Episode> openEpisodes(Tx tx, Collection<Long> products) {
        return byProduct(tx.session()
                .createSelectionQuery("from Episode e where e.openProduct in :products order by e.id", Episode.class)
                .setParameter("products", products)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList());
    }

    /** Those that recovered so short a time ago that nobody can have believed it; never where more is asked for now. */
    private Map<Long, Episode> reopen(List<Standing> fallen) {
        Map<Long, Standing> by = new HashMap<>();
        fallen.stream()
                .filter(standing -> !raised.contains(standing.product()))
                .forEach(standing -> by.put(standing.product(), standing));
        if (by.isEmpty()) {
            return Map.of();
        }
        Instant since = tx.now().minus(rules.coolDown());
        Map<Long, Episode> recent = byProduct(tx.session()
                .createSelectionQuery(
                        "from Episode e where e.productId in :products and e.resolvedAt > :since order by e.resolvedAt, e.id",
                        Episode.class)
                .setParameter("products", by.keySet())
                .setParameter("since", since)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList());
        recent.forEach((product, episode) -> {
            Standing standing = by.get(product);
            if (standing != null) {
                episode.reopens(standing);
            }
        });
        return recent;
    }

    private static Map<Long, Episode> byProduct(List<Episode> episodes) {
        Map<Long, Episode> byProduct = new HashMap<>();
        episodes.forEach(episode -> byProduct.put(episode.product().value(), episode));
        return byProduct;
    }

    private void tell(List<Episode> going) {
        for (Severity severity : Severity.values()) {
            List<Episode> news = going.stream()
                    .filter(episode -> episode.severity() == severity && episode.isNews())
                    .filter(episode -> !episode.isSilent(tx.today()))
                    .toList();
            if (!news.isEmpty() && outbox.tell(tx, severity.kind(), news)) {
                news.forEach(episode -> episode.told(tx.now()));
            }
        }
    }
}
