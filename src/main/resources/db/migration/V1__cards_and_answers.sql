-- What is kept, in the part of SQL that PostgreSQL and H2 share. Patients, clinicians and clients are
-- pseudonyms by a keyed hash; nothing here is free text but feedback.comment, which is empty unless a
-- setting says otherwise.

create table secret (
  name       varchar(40) primary key,
  content    varchar(100) not null,
  created_at timestamp with time zone not null
);

create table issued_card (
  id                uuid primary key,
  card_uuid         varchar(36) not null,
  client            varchar(32) not null,
  client_name       varchar(200) not null,
  patient           varchar(32) not null,
  clinician         varchar(32) not null,
  clinician_role    varchar(40) not null,
  hook              varchar(40) not null,
  card              varchar(20) not null,
  rule              varchar(100) not null,
  episode           date,
  drafts            text not null,
  tier              varchar(10) not null,
  indicator         varchar(10) not null,
  pillars           text not null,
  findings          text not null,
  evidence          text not null,
  suggestions       text not null,
  knowledge_version varchar(60) not null,
  issued_at         timestamp with time zone not null
);
create index issued_card_by_patient on issued_card (client, patient);
create index issued_card_by_uuid on issued_card (client, card_uuid, issued_at);
create index issued_card_by_time on issued_card (issued_at);

create table feedback (
  id            uuid primary key,
  client        varchar(32) not null,
  client_name   varchar(200) not null,
  service       varchar(100) not null,
  digest        varchar(64) not null,
  card          varchar(36) not null,
  outcome       varchar(10) not null,
  reason_system varchar(200) not null,
  reason_code   varchar(100) not null,
  commented     boolean not null,
  comment       text,
  accepted      text not null,
  outcome_at    timestamp with time zone not null,
  received_at   timestamp with time zone not null,
  unique (client, digest)
);
create index feedback_by_card on feedback (client, card);
create index feedback_by_time on feedback (received_at);

create table diagnosed (
  client       varchar(32) not null,
  patient      varchar(32) not null,
  client_name  varchar(200) not null,
  first_seen   timestamp with time zone not null,
  diagnosed_on date,
  primary key (client, patient)
);

create table used_token (
  token   varchar(64) primary key,
  gone_at timestamp with time zone not null
);

create table lease (
  name       varchar(40) primary key,
  held_until timestamp with time zone not null
);
