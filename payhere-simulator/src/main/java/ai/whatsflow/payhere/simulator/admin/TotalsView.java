package ai.whatsflow.payhere.simulator.admin;

/** {@code captured} is a decimal text such as {@code "4950.00"}. */
record TotalsView(boolean simulated, String currency, String captured, int count) {}
