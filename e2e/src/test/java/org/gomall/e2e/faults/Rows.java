package org.gomall.e2e.faults;

/** The rows of the fault table in docs/faults.md. */
public final class Rows {

    public static final String ONE_OF_TWO = "kill -9 one of two instances";
    public static final String ONLY_ONE = "kill -9 the only provider";
    public static final String COORDINATOR = "kill -9 the transaction coordinator";
    public static final String MESSAGES_AWAY = "kill -9 the message broker or name server";
    public static final String REDIS = "kill -9 Redis";
    public static final String DATABASE = "kill -9 MariaDB under load";
    public static final String NACOS = "Nacos away";
    public static final String FROZEN = "SIGSTOP of any process";
    public static final String OVERLOAD = "three times the capacity";
    public static final String ROLLING_RESTART = "rolling restart under load";

    public static final String SPOILED_LINK = "slow link or resets on any link";

    private Rows() {}
}
