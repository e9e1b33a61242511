-- Who works here, from where they sign in, and who did what about staff, keys and settings.

create table staff (
    id                bigint primary key,
    name              varchar(60) not null,
    name_key          varchar(120) not null,
    role              varchar(10) not null,
    phone             varchar(16),
    email             varchar(254),
    alerts            varchar(40),
    password_hash     varchar(200) not null,
    pin_hash          varchar(200),
    revision          integer not null default 0,
    created_at        timestamp(6) with time zone not null,
    last_signed_in_at timestamp(6) with time zone,
    disabled_at       timestamp(6) with time zone,
    constraint staff_name_is_unique unique (name_key),
    constraint staff_role_is_known check (role in ('ASSISTANT', 'PHARMACIST', 'MANAGER', 'ADMIN')),
    constraint staff_phone_is_international check (phone is null or phone like '+%')
);
-- The very first person gets number 1, so that of two first-run wizards at once only one makes an admin.
create sequence staff_seq start with 1000 increment by 1;

-- Wrong passwords and PINs, by person and workstation. The person's name is hashed: whoever types a password in the
-- place of the name must not find it here.
create table sign_in_failure (
    who          varchar(64) not null,
    workstation  varchar(100) not null,
    failures     integer not null,
    last_at      timestamp(6) with time zone not null,
    locked_until timestamp(6) with time zone,
    primary key (who, workstation),
    constraint sign_in_failure_is_counted check (failures > 0)
);

-- Workstations where somebody has signed in with a password, and where a PIN is enough since.
create table known_workstation (
    id          varchar(36) primary key,
    name        varchar(100) not null,
    secret_hash varchar(64) not null,
    known_at    timestamp(6) with time zone not null,
    known_by    varchar(100) not null
);

create table audit_event (
    id          bigint primary key,
    at          timestamp(6) with time zone not null,
    kind        varchar(30) not null,
    actor       varchar(100) not null,
    workstation varchar(100) not null,
    subject     varchar(200),
    detail      varchar(500)
);
create sequence audit_event_seq start with 1 increment by 1;
create index audit_event_newest_first on audit_event (at, id);
