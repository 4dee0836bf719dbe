package org.interurban.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The network as its administrators set it up, known without asking the database; other nodes learn of a change within seconds. */
@Component
public class ThisNetwork {

    private static final Logger LOG = LoggerFactory.getLogger(ThisNetwork.class);

    private final JdbcClient sql;
    private final WebSettings configured;
    private volatile NetworkSettings settings;

    ThisNetwork(JdbcClient sql, WebSettings configured) {
        this.sql = sql;
        this.configured = configured;
        this.settings = read();
    }

    public NetworkSettings settings() {
        return settings;
    }

    /** As it calls itself. */
    public String name(Locale reader) {
        var name = settings.name();
        return name == null ? configured.networkName() : name.in(reader);
    }

    /** Tags of the languages in which its pages are offered. */
    public List<String> languages() {
        var offered = configured.languages().stream()
                .filter(settings.languages()::contains)
                .toList();
        return offered.isEmpty() ? configured.languages() : offered;
    }

    /** The first of them, for whoever has chosen none. */
    public Locale usualLanguage() {
        return Locale.forLanguageTag(languages().getFirst());
    }

    /** Tags of the languages in which the pages are written. */
    public List<String> writtenIn() {
        return configured.languages();
    }

    /** Whether the row was still at the version from which the change was made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(NetworkSettings changed) {
        var kept = sql.sql("""
                    update network_settings
                       set name = original_of(:name), name_translations = translations_of(:name),
                           contact = original_of(:contact), contact_translations = translations_of(:contact),
                           imprint = original_of(:imprint), imprint_translations = translations_of(:imprint),
                           privacy = original_of(:privacy), privacy_translations = translations_of(:privacy),
                           accessibility = original_of(:accessibility), accessibility_translations = translations_of(:accessibility),
                           licence = original_of(:licence), licence_translations = translations_of(:licence),
                           licence_address = :licenceAddress, security_contact = :securityContact, mail_from = :mailFrom,
                           languages = string_to_array(:tags, ','), opens_new = :opensNew, version = version + 1
                     where version = :version
                    """).paramSource(changed).update();
        refreshAfterwards();
        return kept == 1;
    }

    /** @param address of its picture, null for none */
    @Transactional(propagation = Propagation.MANDATORY)
    public void showLogo(@Nullable String address) {
        sql.sql("update network_settings set logo = :address")
                .param("address", address)
                .update();
        refreshAfterwards();
    }

    private void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                refresh();
            }
        });
    }

    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        try {
            settings = read();
        } catch (DataAccessException away) {
            LOG.debug("The network's settings are those known before", away);
        }
    }

    private NetworkSettings read() {
        return sql.sql("""
            select localized(name, name_translations) as name, localized(contact, contact_translations) as contact,
                   localized(imprint, imprint_translations) as imprint, localized(privacy, privacy_translations) as privacy,
                   localized(accessibility, accessibility_translations) as accessibility,
                   localized(licence, licence_translations) as licence, licence_address, security_contact, mail_from,
                   languages, opens_new, logo, version
              from network_settings
            """).query(NetworkSettings.class).single();
    }
}
