package org.interurban.platform.house;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.SimpleNode;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.WithItem;
import org.interurban.platform.house.Tables.Relation;

/** The tables that the SQL in the code names, found by a parser of SQL. */
public final class SqlReferences {

    /** What only looks like a text of SQL is not parsed. */
    private static final Pattern NAMES_A_TABLE =
            Pattern.compile("\\b(from|join|into|update|table)\\s+(?:only\\s+)?(\\w+)");

    /** What the parser does not know of PostgreSQL, and what it knows in its place. */
    private static final Map<Pattern, String> KNOWN_INSTEAD = Map.of(
            Pattern.compile("\\bselect\\s+from\\b"), "select 1 from",
            Pattern.compile("(?<!:):[a-zA-Z]\\w*|\\?"), "'value'",
            Pattern.compile("%(\\d\\$)?[sd]"), JavaSources.UNKNOWN,
            Pattern.compile("\\bas (\\w+)\\b(?!\\s*\\()"), "as \"$1\"");

    /** @param module whose code names the table */
    public record Reference(String module, Relation table, String place) {

        boolean isForeign() {
            return !module.equals(table.owner());
        }
    }

    /** @param unread the texts that the parser does not understand; they are read word by word */
    record Found(List<Reference> references, List<String> unread) {}

    private static final class Read {
        static final Found FOUND = find();
    }

    private SqlReferences() {}

    static Found found() {
        return Read.FOUND;
    }

    /** Of other modules' tables and views. */
    public static Stream<Reference> foreign() {
        return found().references().stream().filter(Reference::isForeign);
    }

    private static Found find() {
        var known = Tables.all();
        var references = new ArrayList<Reference>();
        var unread = new ArrayList<String>();
        for (var text : JavaSources.wholeTexts()) {
            if (NAMES_A_TABLE.matcher(text.value()).results().noneMatch(found -> known.containsKey(found.group(2)))) {
                continue;
            }
            var place = text.unit().path() + ":" + text.line();
            List<String> tables;
            try {
                tables = parsed(text.value());
            } catch (JSQLParserException e) {
                unread.add(place);
                tables = NAMES_A_TABLE
                        .matcher(text.value())
                        .results()
                        .map(found -> found.group(2))
                        .toList();
            }
            tables.stream()
                    .filter(known::containsKey)
                    .map(table -> new Reference(text.unit().module(), known.get(table), place))
                    .forEach(references::add);
        }
        return new Found(references, unread);
    }

    private static List<String> parsed(String text) throws JSQLParserException {
        var sql = text;
        for (var instead : KNOWN_INSTEAD.entrySet()) {
            sql = instead.getKey().matcher(sql).replaceAll(instead.getValue());
        }
        Node statement;
        try {
            statement = CCJSqlParserUtil.parseAST(sql);
        } catch (JSQLParserException notAStatement) {
            statement = CCJSqlParserUtil.parseAST("select 1 where (" + sql + ")"); // a condition of a list
        }
        Set<Table> tables = Collections.newSetFromMap(new IdentityHashMap<>()); // several nodes of a tree stand for one
        var ownNames = new HashSet<String>();
        collect(statement, tables, ownNames);
        return tables.stream()
                .map(Table::getName)
                .filter(name -> !ownNames.contains(name))
                .toList();
    }

    /** Every table that is named, as often as it is, and what the statement itself gives a name to. */
    private static void collect(Node node, Set<Table> tables, Set<String> ownNames) {
        switch (((SimpleNode) node).jjtGetValue()) {
            case Table table -> tables.add(table);
            case WithItem<?> item -> ownNames.add(item.getUnquotedAliasName());
            case null, default -> {}
        }
        for (var i = 0; i < node.jjtGetNumChildren(); i++) {
            collect(node.jjtGetChild(i), tables, ownNames);
        }
    }
}
