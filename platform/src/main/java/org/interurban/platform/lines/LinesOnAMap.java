package org.interurban.platform.lines;

import java.util.List;
import org.interurban.platform.drawing.Position;
import org.jspecify.annotations.Nullable;

/** Partnerships as GeoJSON (RFC 7946): each a line through its cities. One whose cities have no known place has no geometry. */
record LinesOnAMap(String type, List<Feature> features) {

    record Feature(String type, String id, @Nullable Geometry geometry, Properties properties) {}

    /** @param coordinates longitude and latitude of each city; of a single one, its own two numbers */
    record Geometry(String type, List<?> coordinates) {}

    record Properties(
            String name, String programme, @Nullable String theme, String status, List<String> members, String page) {}

    static LinesOnAMap of(List<PartnershipLine> lines, String site) {
        return new LinesOnAMap(
                "FeatureCollection",
                lines.stream().map(line -> feature(line, site)).toList());
    }

    private static Feature feature(PartnershipLine line, String site) {
        var members = line.members().stream()
                .filter(member -> member.leftOn() == null)
                .toList();
        var places = members.stream()
                .filter(member ->
                        Position.known(member.longitude(), member.latitude()).isPresent())
                .map(member -> List.of(member.longitude(), member.latitude()))
                .toList();
        return new Feature(
                "Feature",
                line.code(),
                switch (places.size()) {
                    case 0 -> null;
                    case 1 -> new Geometry("Point", places.getFirst());
                    default -> new Geometry("LineString", places);
                },
                new Properties(
                        line.name(),
                        line.programme(),
                        line.theme(),
                        line.status(),
                        members.stream().map(PartnershipLine.Member::code).toList(),
                        site + line.link()));
    }
}
