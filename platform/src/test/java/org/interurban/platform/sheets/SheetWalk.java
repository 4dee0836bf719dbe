package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody's way with a sheet: out of a list, changed, and in again. */
public final class SheetWalk {

    private static final Pattern TAB =
            Pattern.compile("state=([a-z]+)\"[^<]*<span[^<]*</span> <span\\s+class=\"count\">(\\d+)<");

    private final MockMvcTester browser;
    private final RequestPostProcessor person;

    public SheetWalk(MockMvcTester browser, RequestPostProcessor person) {
        this.browser = browser;
        this.person = person;
    }

    /** The whole sheet of a list, as rows by the names of its columns. */
    public List<Map<String, String>> out(String list) throws IOException {
        var rows = lines(list).stream().skip(2).toList();
        var names = lines(list).get(1);
        return rows.stream()
                .map(cells -> {
                    var row = new LinkedHashMap<String, String>();
                    IntStream.range(0, names.size())
                            .forEach(at -> row.put(names.get(at), at < cells.size() ? cells.get(at) : ""));
                    return (Map<String, String>) row;
                })
                .toList();
    }

    /** What its columns are called, and below that their names. */
    public List<List<String>> lines(String list) throws IOException {
        var file = Files.createTempFile("out", ".xlsx");
        Files.write(file, file(list));
        var read = SheetFile.read(file, null);
        Files.delete(file);
        assertThat(read).isInstanceOf(SheetFile.Outcome.Read.class);
        return ((SheetFile.Outcome.Read) read)
                .file().worksheets().getFirst().lines().stream()
                        .map(SheetFile.Line::cells)
                        .toList();
    }

    public byte[] file(String list) {
        return download("/sheets/of/" + list);
    }

    public byte[] download(String address) {
        var answer = browser.get().uri(address).with(person).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    /** A sheet with these rows, below whatever they are called. */
    @SafeVarargs
    public static byte[] of(Map<String, String>... rows) {
        var names = Arrays.stream(rows)
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toArray(String[]::new);
        return Sheets.xlsx(
                Stream.concat(Stream.<Object[]>of(names), Arrays.stream(rows).map(row -> Arrays.stream(names)
                                .map(name -> row.getOrDefault(name, ""))
                                .toArray()))
                        .toArray(Object[][]::new));
    }

    /** Brings the file in as far as its rows are reviewed. @return the address of the sheet */
    public String in(String target, byte[] file) {
        var answer = browser.post()
                .uri("/sheets")
                .multipart()
                .file(new MockMultipartFile("file", "sheet.xlsx", "application/octet-stream", file))
                .param("target", target)
                .with(person)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var columns = String.valueOf(answer.getResponse().getRedirectedUrl());
        var page = text(browser.get().uri(columns).with(person).exchange());
        var choose = browser.post().uri(columns).with(person).param("sure", "yes");
        Pattern.compile("name=\"(column-\\d+)\">.*?</select>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .forEach(column -> choose.param(column.group(1), chosen(column.group())));
        var sheet = columns.replace("/columns", "");
        assertThat(choose.exchange()).hasRedirectedUrl(sheet + "/rows");
        return sheet;
    }

    private static String chosen(String select) {
        var selected = Pattern.compile("value=\"([^\"]*)\"\\s+selected").matcher(select);
        return selected.find() ? selected.group(1) : "";
    }

    /** How many rows are new, changed, same and so on. */
    public Map<String, Integer> states(String sheet) {
        var states = new TreeMap<String, Integer>();
        TAB.matcher(rows(sheet, "all"))
                .results()
                .forEach(tab -> states.put(tab.group(1), Integer.valueOf(tab.group(2))));
        return states;
    }

    public String rows(String sheet, String state) {
        return text(
                browser.get().uri(sheet + "/rows?state=" + state).with(person).exchange());
    }

    public MvcTestResult carryOut(String sheet) {
        return browser.post().uri(sheet + "/import").with(person).exchange();
    }

    public MvcTestResult takeBack(String sheet) {
        return browser.post().uri(sheet + "/undo").with(person).exchange();
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The row with other cells in place of some. */
    public static Map<String, String> with(Map<String, String> row, String... namesAndCells) {
        var changed = new LinkedHashMap<>(row);
        var given = new ArrayList<>(List.of(namesAndCells));
        while (!given.isEmpty()) {
            changed.put(given.removeFirst(), given.removeFirst());
        }
        return changed;
    }
}
