package ai.whatsflow.node.session;

/** What a session has to do next; effects of one transition are done in order. */
enum Effect {
    CLOSE,
    LOAD_STATE,
    OPEN,
    RETRY_LATER,
    RENEW_LEASE,
    RELEASE_LEASE
}
