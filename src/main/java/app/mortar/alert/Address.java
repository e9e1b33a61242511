package app.mortar.alert;

import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One place that a message can go to. */
record Address(Medium medium, String recipient) {
    /** Where a thing of that kind is told: every medium that is switched on, to everybody whom it can reach. */
    static List<Address> of(Tx tx, Kind kind, Audience audience, List<String> channels) {
        List<Medium> media =
                channels.stream().map(Medium::named).flatMap(Optional::stream).toList();
        Set<Address> addresses = new LinkedHashSet<>();
        if (media.contains(Medium.LOG)) {
            addresses.add(new Address(Medium.LOG, Medium.THE_LOG));
        }
        if (media.stream().anyMatch(medium -> medium != Medium.LOG)) {
            for (Addressee person : audience.of(tx, kind)) {
                for (Medium medium : media) {
                    String address = medium.addressOf(person);
                    if (address != null && !address.isBlank()) {
                        addresses.add(new Address(medium, address));
                    }
                }
            }
        }
        return new ArrayList<>(addresses);
    }

    static Address of(Notice notice) {
        return new Address(Medium.named(notice.channel()).orElseThrow(), notice.recipient());
    }
}
