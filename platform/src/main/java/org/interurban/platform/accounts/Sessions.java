package org.interurban.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where an account is signed in. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param key names the session on a page without giving it away; @param device as the browser called itself */
    record Place(String key, String device, OffsetDateTime since, OffsetDateTime lastUsed, boolean here) {}

    List<Place> of(AccountId account, String current) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .map(session -> new Place(
                        key(session.getId()),
                        device(session.getAttributeOrDefault(SignedIn.DEVICE, "")),
                        session.getCreationTime().atOffset(ZoneOffset.UTC),
                        session.getLastAccessedTime().atOffset(ZoneOffset.UTC),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(Place::lastUsed).reversed())
                .toList();
    }

    void end(AccountId account, String key) {
        sessions.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> key(id).equals(key))
                .forEach(sessions::deleteById);
    }

    void endAll(AccountId account) {
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
    }

    private static String key(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Good enough to tell a phone from a laptop. */
    private static String device(String agent) {
        var browser = first(agent, "Edg/", "OPR/", "SamsungBrowser", "Firefox", "Chrome", "Safari");
        var system = first(agent, "Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");
        return (name(browser) + (browser.isEmpty() || system.isEmpty() ? "" : ", ") + system).strip();
    }

    private static String name(String browser) {
        return switch (browser) {
            case "Edg/" -> "Edge";
            case "OPR/" -> "Opera";
            case "SamsungBrowser" -> "Samsung Internet";
            default -> browser;
        };
    }

    private static String first(String agent, String... names) {
        for (var name : names) {
            if (agent.contains(name)) {
                return name;
            }
        }
        return "";
    }
}
