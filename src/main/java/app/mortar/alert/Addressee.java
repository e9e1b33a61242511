package app.mortar.alert;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told.
 *
 * @param phone in international form, e.g. {@code +2348031234567}
 */
public record Addressee(@Nullable String phone, @Nullable String email) {}
