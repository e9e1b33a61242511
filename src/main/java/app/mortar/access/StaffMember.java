package app.mortar.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who works here. The name is for ever: the ledger shows it. */
@Entity
@Table(name = "staff")
public class StaffMember {
    @Id
    private long id;

    @Column(nullable = false, length = 60)
    private String name;

    @Column(name = "name_key", nullable = false, length = 120)
    private String nameKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Role role;

    @Column(length = 16)
    private @Nullable String phone;

    @Column(length = 254)
    private @Nullable String email;

    @Column(length = 40)
    private @Nullable String alerts;

    @Column(name = "password_hash", nullable = false, length = 200)
    private String passwordHash;

    @Column(name = "pin_hash", length = 200)
    private @Nullable String pinHash;

    @Column(nullable = false)
    private int revision;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "last_signed_in_at")
    private @Nullable Instant lastSignedInAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @SuppressWarnings("NullAway.Init")
    protected StaffMember() {}

    private StaffMember(long id, String name, Role role, String passwordHash, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.nameKey = key(name);
        this.role = role;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /**
     * Somebody who begins to work here.
     *
     * @param phone E.164, checked
     */
    static StaffMember joined(
            long id, String name, StaffForm form, @Nullable String phone, String passwordHash, Instant at) {
        StaffMember member = new StaffMember(id, name, form.role(), passwordHash, at);
        member.write(form, phone);
        return member;
    }

    /** What makes two names the same: however they are spelt in capitals, with whatever blanks between the words. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    void change(StaffForm form, @Nullable String checkedPhone) {
        write(form, checkedPhone);
        revision++;
    }

    private void write(StaffForm form, @Nullable String checkedPhone) {
        role = form.role();
        phone = checkedPhone;
        email = form.email().orElse(null);
        alerts = form.alerts().map(AlertKind::written).orElse(null);
    }

    void disable(Instant at) {
        disabledAt = at;
        revision++;
    }

    void enable() {
        disabledAt = null;
        revision++;
    }

    void takePassword(String hash) {
        passwordHash = hash;
    }

    void takePin(@Nullable String hash) {
        pinHash = hash;
    }

    void signedIn(Instant at) {
        lastSignedInAt = at;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    int revision() {
        return revision;
    }

    boolean enabled() {
        return disabledAt == null;
    }

    String passwordHash() {
        return passwordHash;
    }

    Optional<String> pinHash() {
        return Optional.ofNullable(pinHash);
    }

    StaffView view() {
        return new StaffView(
                name,
                role,
                Optional.ofNullable(phone),
                Optional.ofNullable(email),
                chosenAlerts(),
                pinHash != null,
                revision,
                createdAt,
                Optional.ofNullable(lastSignedInAt),
                Optional.ofNullable(disabledAt));
    }

    private Optional<Set<AlertKind>> chosenAlerts() {
        return Optional.ofNullable(alerts).flatMap(AlertKind::read);
    }
}
