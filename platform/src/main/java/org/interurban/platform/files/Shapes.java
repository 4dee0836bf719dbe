package org.interurban.platform.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** How much an SVG draws: an element that is named by another is drawn once more with it, and so on. */
final class Shapes {

    private static final Pattern NAMED = Pattern.compile("(?:^|url\\(\\s*[\"']?)#([^\"')\\s]+)");

    /** Of elements that name each other in a row. */
    private static final int MOST_IN_A_ROW = 200;

    private static final class Shape {
        private final List<Shape> inside = new ArrayList<>();
        private final List<String> named = new ArrayList<>();
        private @Nullable Long drawn;
    }

    private final Shape all = new Shape();
    private final Deque<Shape> open = new ArrayDeque<>(List.of(all));
    private final Map<String, Shape> byId = new HashMap<>();

    void begin(XMLStreamReader element) {
        var shape = new Shape();
        open.element().inside.add(shape);
        open.push(shape);
        for (var place = 0; place < element.getAttributeCount(); place++) {
            var value = element.getAttributeValue(place);
            if (element.getAttributeLocalName(place).equals("id")) {
                byId.putIfAbsent(value, shape);
            }
            NAMED.matcher(value).results().forEach(found -> shape.named.add(found.group(1)));
        }
    }

    void end() {
        open.pop();
    }

    /** At most a little more than {@link Picture#MOST_SHAPES}, which stands for whatever is more, without end, or too deep. */
    long drawn() {
        return drawn(all, 0);
    }

    private long drawn(Shape shape, int deep) {
        if (shape.drawn != null) {
            return shape.drawn;
        }
        if (deep > MOST_IN_A_ROW) {
            return Picture.MOST_SHAPES + 1;
        }
        shape.drawn = Picture.MOST_SHAPES + 1; // where it names itself
        var sum = 1L;
        for (var one : shape.inside) {
            sum = Math.min(sum + drawn(one, deep + 1), Picture.MOST_SHAPES + 1);
        }
        for (var name : shape.named) {
            var other = byId.get(name);
            sum = Math.min(sum + (other == null ? 0 : drawn(other, deep + 1)), Picture.MOST_SHAPES + 1);
        }
        shape.drawn = sum;
        return sum;
    }
}
