package org.interurban.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interurban.platform.database.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Counts the SQL statements that this thread prepares: a page of ours needs at most twelve. A session that a page with a form begins for
 * whoever has none, with who acts in its transaction, is not of the page.
 */
@Component
public class StatementCount implements BeanPostProcessor {

    public static final int MOST_FOR_A_PAGE = 12;

    private static final Set<String> PREPARING = Set.of("prepareStatement", "createStatement", "prepareCall");

    private static final Pattern OF_A_SESSION =
            Pattern.compile("\\s*(INSERT INTO SPRING_SESSION|select set_config\\('interurban.actor')");

    /** What this thread prepares while somebody counts. */
    private static final ThreadLocal<@Nullable List<String>> PREPARED = new ThreadLocal<>();

    /** How many statements the work needed; it prints them where they are too many for a page. */
    public static int of(Runnable work) {
        var prepared = new ArrayList<String>();
        PREPARED.set(prepared);
        try {
            work.run();
        } finally {
            PREPARED.remove();
        }
        if (prepared.size() > MOST_FOR_A_PAGE) {
            prepared.forEach(text -> System.out.println("    " + text.replaceAll("\\s+", " ")));
        }
        return prepared.size();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Counting(source) : bean;
    }

    private static final class Counting extends DelegatingDataSource implements AutoCloseable {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        var prepared = PREPARED.get();
                        if (prepared != null && PREPARING.contains(method.getName())) {
                            var text = arguments == null ? method.getName() : String.valueOf(arguments[0]);
                            Stream.of(text.split(Exchange.NEXT, -1))
                                    .filter(statement ->
                                            !OF_A_SESSION.matcher(statement).lookingAt())
                                    .forEach(prepared::add);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void close() throws Exception {
            if (getTargetDataSource() instanceof AutoCloseable target) {
                target.close();
            }
        }
    }
}
