package app.mortar.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages for whoever reads the log: what is left when nothing else is set up. */
public final class LogChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger("app.mortar.alert");

    @Override
    public Sending send(Letter letter) {
        LOG.warn("{}", letter.text());
        return new Sending.Accepted(null);
    }
}
