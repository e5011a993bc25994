package ai.whatsflow.billing.payment;

import java.util.Map;

/** A form that the browser posts to the provider. */
public record Checkout(String provider, String url, Map<String, String> fields) {}
