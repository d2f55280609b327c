package org.einlass.server.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts a test between the store and its database: it may rewrite each statement, or fail it. */
public final class StatementTap implements UnaryOperator<Connection> {
    private static final Set<String> EXECUTING =
            Set.of("execute", "executeUpdate", "executeQuery", "executeBatch", "executeLargeUpdate");

    private final Tap tap;

    public StatementTap(Tap tap) {
        this.tap = tap;
    }

    /** What a test does to statements. */
    public interface Tap {

        /** The statement that is prepared instead of {@code sql}. */
        default String rewrite(String sql) {
            return sql;
        }

        /** Whether a statement may be prepared once for many uses; who rewrites each use anew says no. */
        default boolean lasts() {
            return true;
        }

        /** Called before a statement is executed on the real connection. */
        default void before(String sql, Connection real) throws SQLException {}

        /** Called after a statement was executed on the real connection. */
        default void after(String sql, Connection real) throws SQLException {}
    }

    @Override
    public Connection apply(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> onConnection(real, method, arguments));
    }

    private Object onConnection(Connection real, Method method, Object[] arguments) throws Throwable {
        boolean prepares = method.getName().startsWith("prepare") && arguments != null;
        if (!prepares) {
            Object result = call(real, method, arguments);
            return result instanceof Statement statement && !(result instanceof PreparedStatement)
                    ? plain(real, statement)
                    : result;
        }
        String sql = (String) arguments[0];
        Object[] rewritten = arguments.clone();
        rewritten[0] = tap.rewrite(sql);
        PreparedStatement statement = (PreparedStatement) call(real, method, rewritten);
        return proxy(
                PreparedStatement.class, (proxy, called, given) -> onStatement(real, statement, sql, called, given));
    }

    private Statement plain(Connection real, Statement statement) {
        return proxy(Statement.class, (proxy, called, given) -> {
            String sql = given != null && given.length > 0 && given[0] instanceof String text ? text : "";
            return onStatement(real, statement, sql, called, given);
        });
    }

    private Object onStatement(Connection real, Statement statement, String sql, Method called, Object[] given)
            throws Throwable {
        if (called.getName().equals("isClosed") && !tap.lasts()) {
            return true;
        }
        if (!EXECUTING.contains(called.getName())) {
            return call(statement, called, given);
        }
        tap.before(sql, real);
        Object result = call(statement, called, given);
        tap.after(sql, real);
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
