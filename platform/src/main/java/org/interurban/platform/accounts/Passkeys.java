package org.interurban.platform.accounts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Rights;
import org.jspecify.annotations.Nullable;
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

    static final int LABEL_LENGTH = 60;

    private final UserCredentialRepository credentials;
    private final JdbcClient sql;
    private final Audit audit;

    Passkeys(JdbcOperations jdbc, JdbcClient sql, Audit audit) {
        this.credentials = new JdbcUserCredentialRepository(jdbc);
        this.sql = sql;
        this.audit = audit;
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

    private static Audit.Subject subject(AccountId account) {
        return new Audit.Subject("account", account.toString());
    }
}
