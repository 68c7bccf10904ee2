export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      household: {
        Row: {
          created_at: string;
          id: string;
          municipality: Database['public']['Enums']['municipality'];
          number: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          municipality: Database['public']['Enums']['municipality'];
          number?: never;
        };
        Update: {
          created_at?: string;
          id?: string;
          municipality?: Database['public']['Enums']['municipality'];
          number?: never;
        };
        Relationships: [];
      };
      household_event: {
        Row: {
          actor: Database['public']['Enums']['actor_kind'];
          details: NonNullable<Json>;
          happened_at: string;
          household_id: string;
          id: number;
          kind: Database['public']['Enums']['household_event_kind'];
        };
        ComputedFields: never;
        Insert: {
          actor: Database['public']['Enums']['actor_kind'];
          details?: NonNullable<Json>;
          happened_at?: string;
          household_id: string;
          id?: never;
          kind: Database['public']['Enums']['household_event_kind'];
        };
        Update: {
          actor?: Database['public']['Enums']['actor_kind'];
          details?: NonNullable<Json>;
          happened_at?: string;
          household_id?: string;
          id?: never;
          kind?: Database['public']['Enums']['household_event_kind'];
        };
        Relationships: [
          {
            foreignKeyName: 'household_event_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      interest: {
        Row: {
          adults: number;
          call_by: string;
          campaign: string | null;
          child_ages: number[];
          considering: Database['public']['Enums']['considering'];
          contact_times: Database['public']['Enums']['contact_time'][];
          contact_way: Database['public']['Enums']['contact_way'];
          digest: string;
          email: string;
          email_key: string;
          first_name: string;
          heard_from: Database['public']['Enums']['heard_from'][];
          household_id: string;
          id: string;
          last_name: string;
          municipality: Database['public']['Enums']['municipality'];
          phone: string | null;
          question: string | null;
          question_flagged_at: string | null;
          registered_at: string;
          state: Database['public']['Enums']['interest_state'];
        };
        ComputedFields: never;
        Insert: {
          adults: number;
          call_by: string;
          campaign?: string | null;
          child_ages: number[];
          considering: Database['public']['Enums']['considering'];
          contact_times: Database['public']['Enums']['contact_time'][];
          contact_way: Database['public']['Enums']['contact_way'];
          digest: string;
          email: string;
          email_key: string;
          first_name: string;
          heard_from: Database['public']['Enums']['heard_from'][];
          household_id: string;
          id?: string;
          last_name: string;
          municipality: Database['public']['Enums']['municipality'];
          phone?: string | null;
          question?: string | null;
          question_flagged_at?: string | null;
          registered_at?: string;
          state: Database['public']['Enums']['interest_state'];
        };
        Update: {
          adults?: number;
          call_by?: string;
          campaign?: string | null;
          child_ages?: number[];
          considering?: Database['public']['Enums']['considering'];
          contact_times?: Database['public']['Enums']['contact_time'][];
          contact_way?: Database['public']['Enums']['contact_way'];
          digest?: string;
          email?: string;
          email_key?: string;
          first_name?: string;
          heard_from?: Database['public']['Enums']['heard_from'][];
          household_id?: string;
          id?: string;
          last_name?: string;
          municipality?: Database['public']['Enums']['municipality'];
          phone?: string | null;
          question?: string | null;
          question_flagged_at?: string | null;
          registered_at?: string;
          state?: Database['public']['Enums']['interest_state'];
        };
        Relationships: [
          {
            foreignKeyName: 'interest_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      mail: {
        Row: {
          attempts: number;
          claim: string | null;
          claimed_until: string | null;
          created_at: string;
          ended_at: string | null;
          first_attempt_at: string | null;
          generation: number;
          household_id: string | null;
          id: string;
          last_error: string | null;
          next_attempt_at: string;
          payload: NonNullable<Json>;
          provider_id: string | null;
          recipient: string | null;
          seen_at: string | null;
          state: Database['public']['Enums']['mail_state'];
          template: Database['public']['Enums']['mail_template'];
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          claim?: string | null;
          claimed_until?: string | null;
          created_at?: string;
          ended_at?: string | null;
          first_attempt_at?: string | null;
          generation?: number;
          household_id?: string | null;
          id?: string;
          last_error?: string | null;
          next_attempt_at?: string;
          payload?: NonNullable<Json>;
          provider_id?: string | null;
          recipient?: string | null;
          seen_at?: string | null;
          state?: Database['public']['Enums']['mail_state'];
          template: Database['public']['Enums']['mail_template'];
        };
        Update: {
          attempts?: number;
          claim?: string | null;
          claimed_until?: string | null;
          created_at?: string;
          ended_at?: string | null;
          first_attempt_at?: string | null;
          generation?: number;
          household_id?: string | null;
          id?: string;
          last_error?: string | null;
          next_attempt_at?: string;
          payload?: NonNullable<Json>;
          provider_id?: string | null;
          recipient?: string | null;
          seen_at?: string | null;
          state?: Database['public']['Enums']['mail_state'];
          template?: Database['public']['Enums']['mail_template'];
        };
        Relationships: [
          {
            foreignKeyName: 'mail_household_fk';
            columns: ['household_id'];
            isOneToOne: false;
            referencedRelation: 'household';
            referencedColumns: ['id'];
          },
        ];
      };
      mail_event: {
        Row: {
          happened_at: string;
          id: string;
          kind: string;
          mail_id: string;
          received_at: string;
        };
        ComputedFields: never;
        Insert: {
          happened_at: string;
          id: string;
          kind: string;
          mail_id: string;
          received_at?: string;
        };
        Update: {
          happened_at?: string;
          id?: string;
          kind?: string;
          mail_id?: string;
          received_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'mail_event_mail_fk';
            columns: ['mail_id'];
            isOneToOne: false;
            referencedRelation: 'mail';
            referencedColumns: ['id'];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      claim_mails: {
        Args: { p_limit: number; p_now?: string };
        Returns: Database['public']['CompositeTypes']['claimed_mail'][];
        SetofOptions: {
          from: '*';
          to: 'claimed_mail';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      flag_interest_question: { Args: { p_interest: string }; Returns: boolean };
      forget_rate_hits: { Args: Record<PropertyKey, never>; Returns: undefined };
      record_mail_event: {
        Args: { p_at: string; p_event: string; p_generation: number; p_kind: string; p_mail: string };
        Returns: boolean;
      };
      register_interest: {
        Args: {
          p_address_key: string;
          p_adults: number;
          p_call_by: string;
          p_campaign?: string;
          p_child_ages: number[];
          p_considering: Database['public']['Enums']['considering'];
          p_contact_times: string[];
          p_contact_way: Database['public']['Enums']['contact_way'];
          p_draft_key: string;
          p_email: string;
          p_email_address: string;
          p_email_key: string;
          p_first_name: string;
          p_gate: string;
          p_heard_from: string[];
          p_last_name: string;
          p_municipality: Database['public']['Enums']['municipality'];
          p_network_key: string;
          p_phone?: string;
          p_proven: boolean;
          p_question?: string;
        };
        Returns: boolean;
      };
      retry_mail: { Args: { p_mail: string }; Returns: boolean };
      settle_mail: { Args: { p_mail: string }; Returns: boolean };
      stamp_mail_failed: {
        Args: {
          p_claim: string;
          p_error: string;
          p_failure: Database['public']['Enums']['mail_failure'];
          p_mail: string;
          p_now?: string;
        };
        Returns: boolean;
      };
      stamp_mail_sent: { Args: { p_claim: string; p_mail: string; p_provider_id: string }; Returns: boolean };
      stuck_mails: {
        Args: Record<PropertyKey, never>;
        Returns: Database['public']['CompositeTypes']['stuck_mail'][];
        SetofOptions: {
          from: '*';
          to: 'stuck_mail';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
    };
    Enums: {
      actor_kind: 'family' | 'staff' | 'system';
      considering: 'foster_home' | 'emergency_home' | 'not_sure';
      contact_time: 'morning' | 'afternoon' | 'any_time';
      contact_way: 'phone' | 'text_first' | 'email_first';
      heard_from:
        | 'friend'
        | 'foster_home'
        | 'social_media'
        | 'media'
        | 'event'
        | 'work_or_association'
        | 'municipality'
        | 'web_search'
        | 'poster'
        | 'other';
      household_event_kind:
        | 'interest_registered'
        | 'interest_added'
        | 'interest_repeated'
        | 'question_flagged'
        | 'mail_undelivered';
      interest_state: 'received' | 'unconfirmed_addition';
      mail_failure: 'temporary' | 'busy' | 'permanent';
      mail_state: 'waiting' | 'claimed' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'stopped';
      mail_template: 'interest_received' | 'interest_notice' | 'undelivered_notice' | 'complaint_notice';
      municipality: 'harnosand' | 'kramfors' | 'solleftea' | 'timra' | 'ange' | 'ornskoldsvik';
    };
    CompositeTypes: {
      claimed_mail: {
        id: string | null;
        template: Database['public']['Enums']['mail_template'] | null;
        recipient: string | null;
        payload: Json | null;
        claim: string | null;
        key: string | null;
        tag: string | null;
        attempts: number | null;
      };
      stuck_mail: {
        id: string | null;
        template: Database['public']['Enums']['mail_template'] | null;
        state: Database['public']['Enums']['mail_state'] | null;
        attempts: number | null;
        last_error: string | null;
        created_at: string | null;
        household_number: number | null;
      };
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      actor_kind: ['family', 'staff', 'system'],
      considering: ['foster_home', 'emergency_home', 'not_sure'],
      contact_time: ['morning', 'afternoon', 'any_time'],
      contact_way: ['phone', 'text_first', 'email_first'],
      heard_from: [
        'friend',
        'foster_home',
        'social_media',
        'media',
        'event',
        'work_or_association',
        'municipality',
        'web_search',
        'poster',
        'other',
      ],
      household_event_kind: [
        'interest_registered',
        'interest_added',
        'interest_repeated',
        'question_flagged',
        'mail_undelivered',
      ],
      interest_state: ['received', 'unconfirmed_addition'],
      mail_failure: ['temporary', 'busy', 'permanent'],
      mail_state: ['waiting', 'claimed', 'sent', 'delivered', 'bounced', 'complained', 'stopped'],
      mail_template: ['interest_received', 'interest_notice', 'undelivered_notice', 'complaint_notice'],
      municipality: ['harnosand', 'kramfors', 'solleftea', 'timra', 'ange', 'ornskoldsvik'],
    },
  },
} as const;
