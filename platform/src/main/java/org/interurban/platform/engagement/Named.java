package org.interurban.platform.engagement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/** Bodies and topics by the names that forms give them, each looked up once. */
final class Named {

    private final Directory directory;
    private final Engagements engagements;
    private final Locale locale;
    private final Map<String, Directory.Match> bodies = new HashMap<>();
    private final Map<String, Optional<TopicId>> topics = new HashMap<>();
    private final Map<OrganisationId, Optional<String>> told = new HashMap<>();
    private @Nullable Map<TopicId, String> labels;

    Named(Directory directory, Engagements engagements, Locale locale) {
        this.directory = directory;
        this.engagements = engagements;
        this.locale = locale;
    }

    Directory.Match body(String name) {
        return bodies.computeIfAbsent(name, written -> directory.findByName(written, locale));
    }

    Optional<TopicId> topic(String name) {
        return topics.computeIfAbsent(name, engagements::topic);
    }

    @Nullable
    String told(@Nullable OrganisationId body) {
        return body == null
                ? null
                : told.computeIfAbsent(body, id -> directory
                                .find(engagements.codeOf(id), locale)
                                .map(Directory.Entry::told))
                        .orElse(null);
    }

    String label(TopicId topic) {
        var known = labels;
        if (known == null) {
            known = engagements.topicLabels(locale);
            labels = known;
        }
        return known.getOrDefault(topic, "");
    }
}
