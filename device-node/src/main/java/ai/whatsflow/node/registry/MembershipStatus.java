package ai.whatsflow.node.registry;

public enum MembershipStatus {
    STARTING,
    ENROLLING,
    REGISTERING,
    REGISTERED,
    /** The enrolment was refused; only a start with another token helps. */
    REFUSED,
    FAILED
}
