package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.TryAgain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The holds that a change of the shelves has to do with: each of them, and each of their lines, is one object here,
 * however often and by whatever way it is come upon, and all are written at the end.
 */
final class HoldsHere {
    private final ShelfRows rows;
    private final Predicate<ProductId> locked;
    private final Map<String, CartHold> holds = new HashMap<>();
    private final Map<String, List<HoldLine>> stored = new HashMap<>();
    private final Map<String, List<HoldLine>> linesOfHold = new HashMap<>();
    private final Map<Long, HoldLine> lines = new LinkedHashMap<>();
    private final Set<CartHold> newHolds = new LinkedHashSet<>();
    private final Set<CartHold> changedHolds = new LinkedHashSet<>();
    private final List<HoldLine> newLines = new ArrayList<>();
    private final List<HoldLine> droppedLines = new ArrayList<>();

    /** @param locked is this product's shelf locked? */
    HoldsHere(ShelfRows rows, Predicate<ProductId> locked) {
        this.rows = rows;
        this.locked = locked;
    }

    /** Reads these holds, all at once. */
    void lookAt(Collection<String> tokens) {
        List<String> unseen =
                tokens.stream().filter(token -> !holds.containsKey(token)).toList();
        if (unseen.isEmpty()) {
            return;
        }
        ShelfRows.StoredHolds read = rows.holds(unseen);
        unseen.forEach(token -> stored.put(token, new ArrayList<>()));
        read.holds().forEach(hold -> holds.put(hold.token(), hold));
        read.lines().forEach(line -> Objects.requireNonNull(stored.get(line.token()))
                .add(line));
    }

    /** A hold with its lines. */
    Optional<CartHold> hold(String token) {
        lookAt(List.of(token));
        Optional<CartHold> hold = Optional.ofNullable(holds.get(token));
        hold.ifPresent(this::linesOf);
        return hold;
    }

    /** All lines of a hold, open or not; starts again when a product of one is not locked. */
    List<HoldLine> linesOf(CartHold hold) {
        return List.copyOf(linesOfHold.computeIfAbsent(hold.token(), this::lockedLines));
    }

    private List<HoldLine> lockedLines(String token) {
        lookAt(List.of(token));
        List<HoldLine> all = Objects.requireNonNull(stored.get(token));
        List<Long> unlocked = all.stream()
                .map(HoldLine::product)
                .filter(locked.negate())
                .map(ProductId::value)
                .toList();
        if (!unlocked.isEmpty()) {
            throw new TryAgain("The hold has changed meanwhile.", unlocked);
        }
        List<HoldLine> here = new ArrayList<>();
        for (HoldLine line : all) {
            HoldLine known = lines.putIfAbsent(line.id(), line);
            here.add(known == null ? line : known);
        }
        return here;
    }

    /** Lines that were come upon by another way than their hold, with their batch plans. */
    List<HoldLine> known(List<HoldLine> read) {
        List<HoldLine> unseen =
                read.stream().filter(line -> !lines.containsKey(line.id())).toList();
        rows.loadPlans(unseen);
        unseen.forEach(line -> lines.put(line.id(), line));
        return read.stream()
                .map(line -> Objects.requireNonNull(lines.get(line.id())))
                .toList();
    }

    void add(CartHold hold) {
        holds.put(hold.token(), hold);
        newHolds.add(hold);
        linesOfHold.put(hold.token(), new ArrayList<>());
    }

    /** Says that the hold itself was changed; its lines follow it. */
    void changed(CartHold hold) {
        if (!newHolds.contains(hold)) {
            changedHolds.add(hold);
        }
        linesOf(hold).forEach(line -> line.follow(hold));
    }

    /** A line more, which keeps nothing yet. */
    HoldLine newLine(CartHold hold, ProductId product) {
        HoldLine line = HoldLine.of(hold, product);
        newLines.add(line);
        Objects.requireNonNull(linesOfHold.get(hold.token())).add(line);
        return line;
    }

    /** The line is no part of its hold any more. */
    void drop(HoldLine line) {
        Objects.requireNonNull(linesOfHold.get(line.token())).remove(line);
        lines.remove(line.id());
        droppedLines.add(line);
    }

    void save(ShelfSaving saving) {
        saving.saveHolds(newHolds, changedHolds);
        List<HoldLine> touched = new ArrayList<>(lines.values());
        touched.addAll(newLines);
        saving.saveLines(touched, droppedLines);
    }
}
