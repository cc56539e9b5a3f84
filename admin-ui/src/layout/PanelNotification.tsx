import { Notification } from 'react-admin';

/** Messages appear at the top, where they cover no button. */
export const PanelNotification = () => <Notification anchorOrigin={{ vertical: 'top', horizontal: 'center' }} autoHideDuration={5000} />;
