package ai.whatsflow.billing.plan;

/** Who is offered a package. */
public enum Visibility {
    PUBLIC,
    SUBDEALER_ONLY
}
