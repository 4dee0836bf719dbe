package org.interurban.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTests {

    @Test
    void aPngIsWrittenAnewWithoutWhatElseItsFileCarried() throws IOException {
        var given = png(12, 12);
        var withMore = Arrays.copyOf(given, given.length + 40);
        System.arraycopy("where it was taken".getBytes(StandardCharsets.UTF_8), 0, withMore, given.length, 18);

        assertThat(Picture.of(withMore)).isInstanceOfSatisfying(Picture.Outcome.Good.class, good -> {
            assertThat(good.picture().type()).isEqualTo("image/png");
            assertThat(new String(good.picture().content(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("where it was taken");
        });
    }

    @Test
    void aJpegIsWrittenAnewAsPng() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB), "jpeg", out);

        assertThat(Picture.of(out.toByteArray()))
                .isInstanceOfSatisfying(Picture.Outcome.Good.class, good -> assertThat(good.picture())
                        .extracting(Picture::type)
                        .isEqualTo("image/png"));
    }

    @Test
    void anSvgThatOnlyDrawsStaysAsItIs() {
        var given =
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Example</title><defs><clipPath id=\"c\"><path d=\"M0"
                        + " 0\"/></clipPath></defs><g clip-path=\"url(#c)\"><use href=\"#c\"/><circle r=\"3\""
                        + " fill=\"#06c\"/></g></svg>";

        assertThat(Picture.of(given.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Picture.Outcome.Good.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<path onload=\"alert(1)\"/>",
                "<a href=\"https://elsewhere.example\"><path/></a>",
                "<image href=\"https://elsewhere.example/x.png\"/>",
                "<use href=\"https://elsewhere.example/x.svg#a\"/>",
                "<use href=\"data:image/svg+xml,x\"/>",
                "<style>@import url(https://elsewhere.example)</style>",
                "<path style=\"fill:url( https://elsewhere.example/#a )\"/>",
                "<foreignObject><p>text</p></foreignObject>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "<path style=\"fill:u\\\\72l(https://elsewhere.example/x)\"/>",
                "<g id=\"a\"><use href=\"#a\"/></g>",
                "<?php echo 1 ?>"
            })
    void anSvgThatDoesMoreThanDrawIsRefused(String inside) {
        var given = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";

        assertThat(Picture.of(given.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Picture.Outcome.NotOnlyDrawn.class);
    }

    /** A small file would keep whoever opens a page busy for years. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<use href=\"#s%d\"/>", "<rect mask=\"url(#s%d)\"/>", "<rect style=\"fill: url('#s%d')\"/>"})
    void anSvgThatDrawsTheSameAgainAndAgainIsRefused(String naming) {
        assertThat(Picture.of(nested(naming, 3))).isInstanceOf(Picture.Outcome.Good.class);
        assertThat(Picture.of(nested(naming, 12))).isInstanceOf(Picture.Outcome.NotOnlyDrawn.class);
    }

    private static byte[] nested(String naming, int levels) {
        var all = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"s0\"><path d=\"M0 0\"/></g>");
        for (var level = 1; level <= levels; level++) {
            all.append("<g id=\"s%d\">".formatted(level))
                    .append(naming.formatted(level - 1).repeat(10))
                    .append("</g>");
        }
        return all.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPngThatTakesMuchMoreMemoryThanItsFileIsRefused() throws IOException {
        assertThat(Picture.of(png(3_400, 3_400))).isInstanceOf(Picture.Outcome.TooLarge.class);
        assertThat(Picture.of(png(3_000, 3_000))).isInstanceOf(Picture.Outcome.Good.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no picture",
                "<html><svg/></html>",
                "<svg",
                "\u0089PNG\r\n\u001a\n and then nothing",
                "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg>&e;</svg>"
            })
    void whatIsNoPictureIsRefused(String given) {
        assertThat(Picture.of(given.getBytes(StandardCharsets.ISO_8859_1))).isNotInstanceOf(Picture.Outcome.Good.class);
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        assertThat(Picture.of(new byte[Picture.MOST + 1])).isInstanceOf(Picture.Outcome.TooLarge.class);
        assertThat(Picture.of(png(Picture.SIDE + 1, 1))).isInstanceOf(Picture.Outcome.TooLarge.class);
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
