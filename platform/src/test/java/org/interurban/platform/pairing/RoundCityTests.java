package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.LineKey;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.participants.Setting;
import org.junit.jupiter.api.Test;

class RoundCityTests {

    private static RoundCity.Line line(ProfileLine.Kind kind, String topic, String statement) {
        return new RoundCity.Line(kind, topic, statement, Map.of(), 2, "", null);
    }

    @Test
    void findsALineByItsPlaceThoughAnotherBeginsAlike() {
        var alike = line(ProfileLine.Kind.SEEK, "Cycling", "Cycling");
        var meant = line(ProfileLine.Kind.SEEK, "Cycling", "Cycling to school");
        var interest = line(ProfileLine.Kind.INTEREST, "", "Parks");
        var offer = line(ProfileLine.Kind.OFFER, "", "seeks Cycling (priority 2)");
        var city = new RoundCity(
                "x-y-z",
                new OrganisationId(UUID.randomUUID()),
                Side.A,
                "X",
                Map.of(),
                null,
                null,
                "KR",
                Map.of(),
                0,
                1,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(alike, offer, meant, interest),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                null,
                Set.of("PT"),
                Set.of(Setting.PORT));

        assertThat(city.line(new LineKey(LineKey.Kind.SEEK, 1))).isEqualTo(meant);
        assertThat(city.line(new LineKey(LineKey.Kind.SEEK, 2))).isEqualTo(interest);
        assertThat(city.line(new LineKey(LineKey.Kind.OFFER, 0))).isEqualTo(offer);
    }
}
