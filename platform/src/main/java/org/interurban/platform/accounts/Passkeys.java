package org.interurban.platform.accounts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.web.Limits;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all accounts: kept as Spring Security does, listed and removed by their owners. */
@Component
class Passkeys implements UserCredentialRepository {

    static final int LABEL_LENGTH = Limits.PASSKEY;

    private final UserCredentialRepository credentials;
    private final JdbcClient sql;
    private final Audit audit;
    private final Accounts accounts;
    private final Mail mail;
    private final MessageSource messages;
    private final PublicAddress address;

    Passkeys(
            JdbcOperations jdbc,
            JdbcClient sql,
            Audit audit,
            Accounts accounts,
            Mail mail,
            MessageSource messages,
            PublicAddress address) {
        this.credentials = new JdbcUserCredentialRepository(jdbc);
        this.sql = sql;
        this.audit = audit;
        this.accounts = accounts;
        this.mail = mail;
        this.messages = messages;
        this.address = address;
    }

    record Passkey(
            String id,
            String label,
            OffsetDateTime created,
            @Nullable OffsetDateTime lastUsed) {}

    List<Passkey> of(AccountId account) {
        return sql.sql("""
            select c.credential_id as id, c.label, c.created, c.last_used
              from user_credentials c join user_entities u on u.id = c.user_entity_user_id
             where u.name = :account order by c.created
            """)
                .param("account", account.toString())
                .query((rs, row) -> new Passkey(
                        rs.getString("id"),
                        rs.getString("label"),
                        rs.getTimestamp("created").toInstant().atOffset(ZoneOffset.UTC),
                        rs.getTimestamp("last_used") == null
                                ? null
                                : rs.getTimestamp("last_used").toInstant().atOffset(ZoneOffset.UTC)))
                .list();
    }

    @Transactional
    void remove(AccountId account, String id) {
        var removed = sql.sql("""
            delete from user_credentials c using user_entities u
             where u.id = c.user_entity_user_id and u.name = :account and c.credential_id = :id
            """)
                .param("account", account.toString())
                .param("id", id)
                .update();
        if (removed == 1) {
            audit.record("accounts.passkey-removed", subject(account), Map.of());
            tell(account, "accounts.mail.passkey-removed");
        }
    }

    @Transactional
    void rename(AccountId account, String id, String label) {
        sql.sql("""
            update user_credentials c set label = :label from user_entities u
             where u.id = c.user_entity_user_id and u.name = :account and c.credential_id = :id
            """)
                .param("account", account.toString())
                .param("id", id)
                .param("label", label)
                .update();
    }

    /** Called for a new passkey, and whenever one was used. */
    @Override
    @Transactional
    public void save(CredentialRecord credential) {
        var isNew = credentials.findByCredentialId(credential.getCredentialId()) == null;
        credentials.save(credential);
        var account = Rights.account();
        if (isNew && account != null) {
            audit.record("accounts.passkey-added", subject(account), Map.of());
            tell(account, "accounts.mail.passkey-added");
        }
    }

    @Override
    @Transactional
    public void delete(Bytes credentialId) {
        credentials.delete(credentialId);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return credentials.findByCredentialId(credentialId);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return credentials.findByUserId(userId);
    }

    /** Whoever did not do it themselves learns of it by mail. */
    private void tell(AccountId account, String words) {
        accounts.account(account).filter(found -> found.email() != null).ifPresent(found -> {
            var locale = accounts.locale(found);
            mail.send(new Mail.Message(
                    Objects.requireNonNull(found.email()),
                    messages.getMessage(words + ".subject", null, locale),
                    messages.getMessage(words, new Object[] {address.of("/account#passkeys")}, locale)));
        });
    }

    private static Audit.Subject subject(AccountId account) {
        return new Audit.Subject("account", account.toString());
    }
}
