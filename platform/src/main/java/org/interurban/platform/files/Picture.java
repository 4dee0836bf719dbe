package org.interurban.platform.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A picture that somebody gave, checked for what it is by what it holds and not by its name: a PNG or a JPEG, written anew as a PNG
 * without whatever else its file carried, or an SVG that only draws.
 *
 * @param type of its content: {@code image/png} or {@code image/svg+xml}
 */
public record Picture(String type, byte[] content) {

    /** Bytes. */
    public static final int MOST = 500_000;

    static final int SIDE = 4_000;

    /** Bytes of a PNG as it is drawn, which may be a thousand times those of its file. */
    static final long MOST_DRAWN = 32_000_000;

    /** Elements that are drawn, each as often as it is used. */
    static final long MOST_SHAPES = 100_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final String SVG_NAMES = "http://www.w3.org/2000/svg";

    private static final Set<String> DRAW = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "symbol",
            "use",
            "marker");

    /** Attributes by which an SVG would do more than draw, or fetch something. */
    private static final Set<String> REFERENCES = Set.of("href", "src", "from", "to", "values");

    /** What was given. */
    public sealed interface Outcome {
        record Good(Picture picture) implements Outcome {}

        record TooLarge() implements Outcome {}

        /** Neither a PNG nor a JPEG nor an SVG, or one that cannot be read. */
        record NoPicture() implements Outcome {}

        /** An SVG that does more than draw: scripts, links, styles, other files. */
        record NotOnlyDrawn() implements Outcome {}
    }

    /** What a form brought, which may have been no file at all. */
    public static Outcome given(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new Outcome.NoPicture();
        }
        return file.getSize() > MOST ? new Outcome.TooLarge() : of(file.getBytes());
    }

    public static Outcome of(byte[] given) {
        if (given.length > MOST) {
            return new Outcome.TooLarge();
        }
        return begins(given, PNG) ? drawn(given, "png") : begins(given, JPEG) ? drawn(given, "jpeg") : svg(given);
    }

    private static boolean begins(byte[] given, byte[] mark) {
        return given.length > mark.length && Arrays.equals(mark, 0, mark.length, given, 0, mark.length);
    }

    private static Outcome drawn(byte[] given, String format) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(given))) {
            var reader = ImageIO.getImageReadersByFormatName(format).next();
            reader.setInput(in, true, true);
            if (reader.getWidth(0) > SIDE || reader.getHeight(0) > SIDE || drawn(reader) > MOST_DRAWN) {
                return new Outcome.TooLarge();
            }
            var written = rewritten(reader);
            return written.length > MOST ? new Outcome.TooLarge() : new Outcome.Good(new Picture("image/png", written));
        } catch (IOException | RuntimeException broken) {
            return new Outcome.NoPicture();
        }
    }

    private static long drawn(ImageReader reader) throws IOException {
        var model = reader.getImageTypes(0).next().getSampleModel();
        return (long) reader.getWidth(0)
                * reader.getHeight(0)
                * IntStream.of(model.getSampleSize()).sum()
                / Byte.SIZE;
    }

    /** One at a time, since each takes as much memory as it has points. */
    private static synchronized byte[] rewritten(ImageReader reader) throws IOException {
        return written(reader.read(0));
    }

    private static byte[] written(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static Outcome svg(byte[] given) {
        if (!new String(given, StandardCharsets.UTF_8).contains("<svg")) {
            return new Outcome.NoPicture();
        }
        try {
            var reader = readers().createXMLStreamReader(new ByteArrayInputStream(given));
            var shapes = new Shapes();
            var first = true;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (first && !reader.getLocalName().equals("svg")) {
                            return new Outcome.NoPicture();
                        }
                        first = false;
                        if (!onlyDraws(reader)) {
                            return new Outcome.NotOnlyDrawn();
                        }
                        shapes.begin(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> shapes.end();
                    case XMLStreamConstants.DTD, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                        return new Outcome.NotOnlyDrawn();
                    }
                    default -> {
                        // text and comments draw nothing else
                    }
                }
            }
            if (first) {
                return new Outcome.NoPicture();
            }
            return shapes.drawn() > MOST_SHAPES
                    ? new Outcome.NotOnlyDrawn()
                    : new Outcome.Good(new Picture("image/svg+xml", given));
        } catch (XMLStreamException broken) {
            return new Outcome.NoPicture();
        }
    }

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", "100");
        return factory;
    }

    private static boolean onlyDraws(XMLStreamReader element) {
        if (!DRAW.contains(element.getLocalName())
                || !(element.getNamespaceURI() == null
                        || element.getNamespaceURI().equals(SVG_NAMES))) {
            return false;
        }
        for (var place = 0; place < element.getAttributeCount(); place++) {
            var name = element.getAttributeLocalName(place).toLowerCase(Locale.ROOT);
            var value = element.getAttributeValue(place)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s", "");
            if (name.startsWith("on")
                    || (REFERENCES.contains(name) && !value.startsWith("#"))
                    || (value.contains("url(") && !value.matches(".*url\\([\"']?#[^)]*\\).*"))
                    || (element.getAttributeNamespace(place) == null && value.contains("\\"))
                    || value.contains("javascript:")
                    || value.contains("@import")
                    || value.contains("expression(")) {
                return false;
            }
        }
        return true;
    }
}
