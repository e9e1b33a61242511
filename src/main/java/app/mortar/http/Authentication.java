package app.mortar.http;

import app.mortar.kernel.Actor;
import java.util.Optional;

/** Turns the text of an API key into whom it stands for; empty when it stands for nobody. */
@FunctionalInterface
public interface Authentication {
    Optional<Actor> actorOf(String key);
}
