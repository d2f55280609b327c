package org.einlass.server.backup;

/** A backup cannot be made; caught where the attempt began. */
final class BackupImpossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BackupObstacle obstacle;

    BackupImpossible(BackupObstacle obstacle) {
        super(obstacle.sentence().english());
        this.obstacle = obstacle;
    }

    BackupObstacle obstacle() {
        return obstacle;
    }
}
