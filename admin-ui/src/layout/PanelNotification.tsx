import { Notification } from 'react-admin';

/** Messages appear where they cover neither a decision nor what is read. */
export const PanelNotification = () => <Notification anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} autoHideDuration={5000} />;
