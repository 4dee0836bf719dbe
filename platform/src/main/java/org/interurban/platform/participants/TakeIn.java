package org.interurban.platform.participants;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.springframework.stereotype.Component;

/** Takes a city into a programme with what it has said of itself before. */
@Component
public class TakeIn {

    private final Participants participants;
    private final Participation participation;

    TakeIn(Participants participants, Participation participation) {
        this.participants = participants;
        this.participation = participation;
    }

    /** What its profile says already stays, and what it says twice stands there once. */
    public void takeIn(Programme programme, String organisation, List<ProfileLine> said) {
        participation.add(programme, List.of(organisation), "", "");
        var participant =
                participants.find(programme.id(), organisation, Locale.ENGLISH).orElseThrow();
        var stands = participants.lines(participant.id());
        var lines = Stream.concat(
                        stands.entrySet().stream().map(line -> new Row<>(line.getKey(), line.getValue())),
                        said.stream()
                                .filter(line -> !stands.containsValue(line))
                                .map(line -> new Row<ProfileLineId, ProfileLine>(null, line)))
                .toList();
        participation.keepProfile(programme, participant, lines, SeenRows.of(stands));
    }
}
