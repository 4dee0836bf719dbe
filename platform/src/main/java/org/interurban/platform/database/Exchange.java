package org.interurban.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Several questions put to the database in one exchange: the way there and back is gone once, however many they are. A page of many
 * parts asks all of them, sends, and reads the answers.
 */
public final class Exchange {

    /** Stands between two questions. */
    public static final String NEXT = "\n;\n";

    private static final class Question<T> {

        private final String text;
        private final RowMapperResultSetExtractor<T> rows;
        private List<T> answer = List.of();

        Question(String text, RowMapper<T> row) {
            this.text = text;
            this.rows = new RowMapperResultSetExtractor<>(row);
        }

        void read(PreparedStatement statement) throws SQLException {
            try (var results = statement.getResultSet()) {
                answer = rows.extractData(results);
            }
        }
    }

    private final Map<String, ?> values;
    private final List<Question<?>> questions = new ArrayList<>();

    /** @param values of the named parameters, the same for all questions */
    public Exchange(Map<String, ?> values) {
        this.values = values;
    }

    /** The rows can be had after {@link #send}. */
    public <T> Supplier<List<T>> ask(String question, RowMapper<T> row) {
        var asked = new Question<>(question, row);
        questions.add(asked);
        return () -> asked.answer;
    }

    public void send(NamedParameterJdbcOperations sql) {
        var all = questions.stream().map(question -> question.text).collect(Collectors.joining(NEXT));
        sql.execute(all, values, statement -> {
            statement.execute();
            for (var question : questions) {
                question.read(statement);
                statement.getMoreResults();
            }
            return questions.size();
        });
    }
}
