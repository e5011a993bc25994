/** PostgreSQL, Kafka, Keycloak, Redis and the mail sink as processes of their own. */
@NullMarked
package ai.whatsflow.local.infrastructure;

import org.jspecify.annotations.NullMarked;
