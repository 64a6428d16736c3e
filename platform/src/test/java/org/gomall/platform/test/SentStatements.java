package org.gomall.platform.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.core.model.ResourceManager;
import org.apache.seata.core.model.TransactionManager;
import org.apache.seata.rm.DefaultResourceManager;
import org.apache.seata.tm.TransactionManagerHolder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down what the application under test sends to its database, to the coordinator and to its neighbours, so that a test
 * can hold what a request costs. A database transaction is one line: a statement is told by its verb and its first table, for
 * example {@code INSERT orders}, and the end is {@code COMMIT} or {@code ROLLBACK}. A statement outside of a transaction
 * stands alone. A round trip to the coordinator is {@code TC begin}; a call is {@code CALL CatalogueService.skus}.
 */
public final class SentStatements implements BeanPostProcessor {

    /** Threads that work whether somebody buys or not. */
    private static final Set<String> BACKGROUND = Set.of(
            "outbox-relay",
            "id-lease",
            "order-sweeper",
            "database-time",
            "reconciliation",
            "scheduling-",
            "ConsumeMessage",
            // The sandbox of provider-payment, which still works on what an earlier test has asked it for.
            "http-nio-",
            "tomcat-handler-");

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:INTO|UPDATE|FROM|JOIN)\\s+([a-z_]+)", Pattern.CASE_INSENSITIVE);

    private static volatile List<List<String>> written;

    private static boolean coordinated;
    private static boolean watched;

    SentStatements(Environment environment) {
        coordinated = environment.getProperty("gomall.seata.enabled", Boolean.class, false);
    }

    /** Late, when Seata is complete. */
    private static synchronized void watchCoordinator() {
        if (!coordinated || watched) {
            return;
        }
        watched = true;
        TransactionManager coordinator = TransactionManagerHolder.get();
        TransactionManagerHolder.set(proxy(TransactionManager.class, (method, arguments) -> {
            begun().add("TC " + method.getName());
            return invoke(coordinator, method, arguments);
        }));
        ResourceManager branches = DefaultResourceManager.get().getResourceManager(BranchType.TCC);
        DefaultResourceManager.mockResourceManager(BranchType.TCC, proxy(ResourceManager.class, (method, arguments) -> {
            if (method.getName().startsWith("branch")) {
                begun().add("TC " + method.getName());
            }
            return invoke(branches, method, arguments);
        }));
    }

    /** What {@code work} and the second phases that it brought about have sent, in the order in which it began. */
    public static List<String> during(Runnable work) {
        watchCoordinator();
        List<List<String>> sent = new CopyOnWriteArrayList<>();
        written = sent;
        try {
            work.run();
        } finally {
            written = null;
        }
        return sent.stream()
                .map(texts -> String.join(", ", texts))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** To be said by the stand-in of a neighbour. */
    public static void called(String method) {
        begun().add("CALL " + method);
    }

    private static List<String> begun() {
        List<String> texts = new CopyOnWriteArrayList<>();
        List<List<String>> sent = written;
        String thread = Thread.currentThread().getName();
        if (sent != null && BACKGROUND.stream().noneMatch(thread::contains)) {
            sent.add(texts);
        }
        return texts;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Watched) ? new Watched(source) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        Watched(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Lent lent = new Lent(super.getConnection());
            return proxy(Connection.class, lent::call);
        }
    }

    /** A connection between its loan and its return to the pool. */
    private static final class Lent {

        private final Connection connection;
        private List<String> transaction;

        Lent(Connection connection) {
            this.connection = connection;
        }

        Object call(Method method, Object[] arguments) throws Throwable {
            Object result = invoke(connection, method, arguments);
            switch (method.getName()) {
                case "setAutoCommit" -> transaction = Boolean.TRUE.equals(arguments[0]) ? null : begun();
                case "commit", "rollback" -> end(method.getName().toUpperCase(Locale.ROOT));
                case "prepareStatement" -> {
                    PreparedStatement statement = (PreparedStatement) result;
                    String sql = (String) arguments[0];
                    return proxy(PreparedStatement.class, (called, values) -> {
                        if (called.getName().startsWith("execute")) {
                            sent(sql);
                        }
                        return invoke(statement, called, values);
                    });
                }
                default -> {
                    // Costs nothing.
                }
            }
            return result;
        }

        private void sent(String sql) {
            (transaction == null ? begun() : transaction).add(summary(sql));
        }

        private void end(String how) {
            if (transaction != null) {
                transaction.add(how);
                transaction = null;
            }
        }
    }

    static String summary(String sql) {
        String text = sql.strip();
        String verb = text.substring(0, text.indexOf(' ')).toUpperCase(Locale.ROOT);
        Matcher table = TABLE.matcher(text);
        return table.find() ? verb + " " + table.group(1) : verb;
    }

    @FunctionalInterface
    private interface Around {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Around around) {
        return type.cast(Proxy.newProxyInstance(
                SentStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> around.call(method, arguments);
                }));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
