package app.mortar.http;

/** What a route does. Expected refusals are replies; whatever it throws is turned into a problem by the front door. */
@FunctionalInterface
public interface Handler {
    Reply answer(Call call);
}
