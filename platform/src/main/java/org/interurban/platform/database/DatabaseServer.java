package org.interurban.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.interurban.platform.database.DatabaseSettings.Database;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections to the database, wherever it is now: a server of our own has another port each time it is started. */
class DatabaseServer extends AbstractDataSource {

    private static final String SECONDS_TO_CONNECT = "10";
    private static final Map<String, String> PATIENCE =
            Map.of("connectTimeout", SECONDS_TO_CONNECT, "loginTimeout", SECONDS_TO_CONNECT, "tcpKeepAlive", "true");

    private final Supplier<Database> server;

    DatabaseServer(Supplier<Database> server) {
        this.server = server;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection(PATIENCE);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connection(server.get().url(), username, password, PATIENCE);
    }

    Connection connection(Map<String, String> properties) throws SQLException {
        var now = server.get();
        return connection(now.url(), now.username(), now.password(), properties);
    }

    private static Connection connection(String url, String username, String password, Map<String, String> more)
            throws SQLException {
        var properties = new Properties();
        properties.putAll(more);
        properties.setProperty("logServerErrorDetail", "false"); // it quotes whole rows
        if (!username.isBlank()) {
            properties.setProperty("user", username);
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public void setLoginTimeout(int ofAPool) {
        // each connection has its own
    }
}
