/**
 * E-mail, by any SMTP server.
 *
 * <p>It must not know what a message is about.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.alert.mail;
