package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.alert.mail.MailChannel;
import app.mortar.settings.AlertSettings;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E-mail over real SMTP. */
class MailChannelTest {
    private static final Letter LETTER =
            new Letter("ada@pharmacy.example", "Ìlera: Low stock", "Low stock:\n\n  Ọ̀ṣun\n");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    private static Sending send(int port, @Nullable String user, Letter letter) {
        return new MailChannel(
                        new AlertSettings.Smtp(
                                "127.0.0.1",
                                port,
                                Optional.ofNullable(user),
                                Optional.ofNullable(user),
                                "mortar@pharmacy.example"),
                        Clock.systemUTC(),
                        Duration.ofSeconds(5))
                .send(letter);
    }

    @Test
    void a_message_arrives_as_it_was_written() throws Exception {
        assertThat(send(SERVER.getSmtp().getPort(), null, LETTER))
                .isInstanceOfSatisfying(
                        Sending.Accepted.class, taken -> assertThat(taken.id()).isNotBlank());
        MimeMessage arrived = SERVER.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Ìlera: Low stock");
        assertThat(arrived.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_password_that_is_not_known_is_final() {
        SERVER.setUser("mortar@pharmacy.example", "mortar", "right");
        assertThat(send(SERVER.getSmtp().getPort(), "wrong", LETTER)).isInstanceOf(Sending.Refused.class);
    }

    @Test
    void what_is_no_address_is_refused_and_no_header_can_be_smuggled_in() {
        assertThat(send(SERVER.getSmtp().getPort(), null, new Letter("ada\nBcc: eve@x.example", "x", "y")))
                .isInstanceOf(Sending.Refused.class);
    }

    @Test
    void where_nobody_listens_it_is_tried_later() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(send(free, null, LETTER)).isInstanceOf(Sending.NotNow.class);
    }
}
