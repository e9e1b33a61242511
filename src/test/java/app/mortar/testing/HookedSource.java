package app.mortar.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A way to the database on which a test can stand still: just before a statement that begins with certain words. */
public final class HookedSource {
    private HookedSource() {}

    /** Runs {@code hook} whenever such a statement is about to be made. */
    public static UnaryOperator<DataSource> before(String beginning, Runnable hook) {
        return source -> proxy(DataSource.class, source, (call, name, arguments) -> {
            Object answer = call.call();
            return answer instanceof Connection connection ? hooked(connection, beginning, hook) : answer;
        });
    }

    private static Connection hooked(Connection connection, String beginning, Runnable hook) {
        return proxy(Connection.class, connection, (call, name, arguments) -> {
            if (name.equals("prepareStatement") && ((String) arguments[0]).startsWith(beginning)) {
                hook.run();
            }
            return call.call();
        });
    }

    private interface Call {
        Object call() throws Throwable;
    }

    private interface Around {
        Object call(Call call, String name, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        InvocationHandler handler = (self, method, arguments) -> around.call(
                () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                },
                method.getName(),
                arguments);
        return type.cast(Proxy.newProxyInstance(HookedSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
