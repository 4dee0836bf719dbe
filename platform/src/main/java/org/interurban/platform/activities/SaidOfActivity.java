package org.interurban.platform.activities;

import java.util.HashMap;
import java.util.Map;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/** A visit, a meeting or another activity as an event of schema.org, its dates as exact as they are known. */
final class SaidOfActivity {

    private SaidOfActivity() {}

    /** Null where it has no date, since that is no event to those who read this. */
    static @Nullable Map<String, Object> of(ActivityLists.Line line) {
        if (line.start().isEmpty()) {
            return null;
        }
        var event = new HashMap<String, Object>();
        event.put("@type", "Event");
        event.put("startDate", line.start());
        event.put("endDate", line.end().isEmpty() ? line.start() : line.end());
        event.put(
                "eventStatus",
                switch (Coded.of(ActivityStatus.class, line.status())) {
                    case PROPOSED, PLANNED, HELD -> "https://schema.org/EventScheduled";
                    case POSTPONED -> "https://schema.org/EventPostponed";
                    case CANCELLED -> "https://schema.org/EventCancelled";
                });
        if (line.description() != null) {
            event.put("description", line.description());
        }
        if (line.organiser() != null) {
            event.put("organizer", Map.of("@type", "Organization", "name", line.organiser()));
        }
        if (!line.hosts().isEmpty()) {
            var places = line.hosts().stream()
                    .map(host -> Map.of("@type", "City", "name", host.name(), "address", host.name()))
                    .toList();
            event.put("location", places.size() == 1 ? places.getFirst() : places);
        } else if (line.place() != null) {
            event.put("location", Map.of("@type", "Place", "name", line.place(), "address", line.place()));
        }
        return event;
    }
}
