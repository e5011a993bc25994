package ai.whatsflow.gateway.apikey;

import ai.whatsflow.gateway.directory.Caller;

/**
 * What an API key stands for until {@code endsAt}.
 *
 * @param authorization the header that services get instead of the key
 * @param renewAt epoch milliseconds from which a use exchanges the key again in the background
 */
public record KeyGrant(Caller caller, String authorization, long renewAt, long endsAt) {}
