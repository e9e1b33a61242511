package app.mortar.alert.mail;

import app.mortar.alert.Channel;
import app.mortar.alert.Letter;
import app.mortar.alert.Sending;
import app.mortar.settings.AlertSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** One e-mail by SMTP: with TLS from the start on port 465, else as soon as the server offers it. */
public final class MailChannel implements Channel {
    private static final int TLS_FROM_THE_START = 465;

    private final AlertSettings.Smtp server;
    private final Clock clock;
    private final Duration timeout;

    public MailChannel(AlertSettings.Smtp server, Clock clock, Duration timeout) {
        this.server = server;
        this.clock = clock;
        this.timeout = timeout;
    }

    @Override
    public Sending send(Letter letter) {
        boolean handedOver = false;
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport(protocol())) {
            MimeMessage message = message(session, letter);
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    server.password().orElse(null));
            handedOver = true;
            transport.sendMessage(message, message.getAllRecipients());
            return new Sending.Accepted(message.getMessageID());
        } catch (AddressException wrong) {
            return new Sending.Refused("This is not an e-mail address.");
        } catch (AuthenticationFailedException no) {
            return new Sending.Refused("The mail server does not know this user and password.");
        } catch (MailConnectException away) {
            return new Sending.NotNow("No connection to the mail server.", null);
        } catch (MessagingException e) {
            return judged(e, handedOver);
        }
    }

    private static Sending judged(MessagingException e, boolean handedOver) {
        for (Exception cause = e; cause != null; cause = next(cause)) {
            int code = code(cause);
            if (code > 0) {
                String why = "The mail server answered " + code + ".";
                return code / 100 == 4 ? new Sending.NotNow(why, null) : new Sending.Refused(why);
            }
        }
        return handedOver
                ? new Sending.Unknown("The connection to the mail server broke.")
                : new Sending.NotNow("The mail server does not answer as it should.", null);
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException more ? more.getNextException() : null;
    }

    private static int code(Exception cause) {
        return switch (cause) {
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> -1;
        };
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private String protocol() {
        return server.port() == TLS_FROM_THE_START ? "smtps" : "smtp";
    }

    private Properties properties() {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        String name = "mail." + protocol();
        properties.setProperty(name + ".connectiontimeout", millis);
        properties.setProperty(name + ".timeout", millis);
        properties.setProperty(name + ".writetimeout", millis);
        properties.setProperty(name + ".auth", Boolean.toString(server.user().isPresent()));
        properties.setProperty(name + ".starttls.enable", "true");
        properties.setProperty(name + ".ssl.checkserveridentity", "true");
        return properties;
    }
}
