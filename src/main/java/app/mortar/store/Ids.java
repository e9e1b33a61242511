package app.mortar.store;

import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;

/** Numbers for rows that are written by {@link Writes}: from the blocks that the library takes its own from. */
public final class Ids {
    private Ids() {}

    /** The id for {@code entity}, which will be a new row. */
    public static long next(StatelessSession session, Object entity) {
        var open = (SharedSessionContractImplementor) session;
        var generator = (BeforeExecutionGenerator) open.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entity.getClass())
                .getGenerator();
        return (Long) generator.generate(open, entity, null, EventType.INSERT);
    }
}
