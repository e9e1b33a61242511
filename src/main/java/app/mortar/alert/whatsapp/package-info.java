/**
 * Meta's WhatsApp Cloud API.
 *
 * <p>It must not know what a message is about.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.alert.whatsapp;
