package app.mortar.alert;

import app.mortar.store.Tx;
import java.util.List;

/** Knows who is told what. */
@FunctionalInterface
public interface Audience {
    /** Everybody who is to be told of such a thing, as it stands now. */
    List<Addressee> of(Tx tx, Kind kind);
}
