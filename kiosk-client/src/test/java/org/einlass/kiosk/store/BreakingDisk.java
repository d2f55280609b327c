package org.einlass.kiosk.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.einlass.sqlite.SqliteFile;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A disk whose commits fail when the test says so, done or not done. */
final class BreakingDisk implements DeviceDatabase.Opener {
    /** What SQLite says to a commit that this disk breaks. */
    SQLiteErrorCode says = SQLiteErrorCode.SQLITE_IOERR_FSYNC;

    boolean breaks;
    boolean doneAllTheSame;

    @Override
    public Connection open(SqliteFile file) throws SQLException {
        return proxy(Connection.class, file.open());
    }

    private <T> T proxy(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> call(real, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean commit = method.getName().equals("execute") && "commit".equals(arguments[0]) && breaks;
        if (commit && !doneAllTheSame) {
            throw new SQLiteException("injected", says);
        }
        Object result = really(real, method, arguments);
        if (commit) {
            throw new SQLiteException("injected", says);
        }
        return result instanceof Statement statement && method.getName().equals("createStatement")
                ? proxy(Statement.class, statement)
                : result;
    }

    private static Object really(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
