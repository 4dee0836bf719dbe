package org.interurban.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells every writing transaction whose it is, for the history of rows. */
@Component
class ActorOfTransaction implements TransactionExecutionListener {

    private final DataSource source;

    ActorOfTransaction(DataSource source) {
        this.source = source;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (failure != null || transaction.isReadOnly() || authentication == null) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.prepareStatement("select set_config('interurban.actor', ?, true)")) {
            statement.setString(1, authentication.getName());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The author of a change could not be set", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
